package org.breachledger.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page everybody begins at. */
@Page
class SignInPage {

  @GetMapping(Security.SIGN_IN)
  String signIn(HttpServletRequest request, Model model) {
    for (String said :
        new String[] {"wrong", "wait", "out", "changed", "ended", "over", "again", "chosen"}) {
      model.addAttribute(said, request.getParameter(said) != null);
    }
    return "sign-in";
  }
}
