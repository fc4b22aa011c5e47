package org.breachledger.pipeline.boot;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Everything an installation is made of, found by its packages: those that hold parts, and no
 * others, for every class in them is looked at whenever the program starts.
 */
@SpringBootApplication(
    scanBasePackages = {
      "org.breachledger.*.batch",
      "org.breachledger.access.store",
      "org.breachledger.pipeline.boot",
      "org.breachledger.pipeline.imports",
      "org.breachledger.pipeline.jobs",
      "org.breachledger.web"
    })
class BreachledgerApplication {}
