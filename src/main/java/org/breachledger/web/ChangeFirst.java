package org.breachledger.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Leads an account that must change its password, or set up its second factor, to that page before
 * any other.
 */
final class ChangeFirst implements HandlerInterceptor {

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    @Nullable Principal principal = request.getUserPrincipal();
    boolean password =
        principal instanceof Authentication who
            && who.getPrincipal() instanceof SignedIn me
            && me.mustChange();
    boolean factor = Boolean.TRUE.equals(request.getAttribute(SessionRules.FACTOR_FIRST));
    String page = password ? "/password" : FactorPages.PAGE;
    if ((password || factor)
        && !request.getRequestURI().startsWith(request.getContextPath() + page)) {
      response.sendRedirect(request.getContextPath() + page);
      return false;
    }
    return true;
  }
}
