/** The database the record lies in: our own PostgreSQL server in the home, or one outside. */
@NullMarked
@NamedInterface("database")
package org.breachledger.pipeline.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
