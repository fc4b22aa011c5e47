package org.breachledger.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.servlet.HandlerInterceptor;

/** Leads an account that must change its password to that page before any other. */
final class ChangeFirst implements HandlerInterceptor {

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    @Nullable Principal principal = request.getUserPrincipal();
    boolean first =
        principal instanceof Authentication who
            && who.getPrincipal() instanceof SignedIn me
            && me.mustChange();
    if (first && !request.getRequestURI().equals(request.getContextPath() + "/password")) {
      response.sendRedirect(request.getContextPath() + "/password");
      return false;
    }
    return true;
  }
}
