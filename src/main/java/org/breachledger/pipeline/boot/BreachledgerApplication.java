package org.breachledger.pipeline.boot;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Everything an installation is made of, found by its packages. */
@SpringBootApplication(scanBasePackages = "org.breachledger")
class BreachledgerApplication {}
