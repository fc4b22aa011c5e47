package org.breachledger.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * What somebody is told whose session has ended. What they had typed into a form stands on the
 * page, so that nothing of it is lost; it is stored nowhere.
 */
@Page
class SignedOut {

  private static final String PAGE = "/ended";
  private static final Set<String> SECRET =
      Set.of("_csrf", "password", "current", "chosen", "again", "code", "recovery");

  /** Ends the session of a request. */
  static void end(HttpServletRequest request) {
    SecurityContextHolder.clearContext();
    @Nullable HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }

  /** Answers a request whose session has ended. */
  static void tell(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    boolean upload =
        Optional.ofNullable(request.getContentType())
            .orElse("")
            .toLowerCase(Locale.ROOT)
            .startsWith("multipart/");
    if (request.getMethod().equals("POST") && !upload) {
      response.setStatus(HttpServletResponse.SC_FORBIDDEN);
      request.getRequestDispatcher(PAGE).forward(request, response);
    } else {
      response.sendRedirect(
          request.getContextPath() + Security.SIGN_IN + (upload ? "?ended" : "?over"));
    }
  }

  @RequestMapping(PAGE)
  String ended(HttpServletRequest request, Model model) {
    boolean signIn = sentTo(request).startsWith(Security.SIGN_IN);
    model.addAttribute("signIn", signIn);
    model.addAttribute("typed", signIn || !fromOurPages(request) ? Map.of() : typed(request));
    return "ended";
  }

  private static String sentTo(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.FORWARD_SERVLET_PATH) instanceof String path
        ? path
        : "";
  }

  private static Map<String, String> typed(HttpServletRequest request) {
    Map<String, String> typed = new LinkedHashMap<>();
    request
        .getParameterMap()
        .forEach(
            (name, values) -> {
              String text = String.join("\n", Arrays.asList(values));
              if (!SECRET.contains(name) && !text.isBlank()) {
                typed.put(words(name), text);
              }
            });
    return typed;
  }

  private static String words(String name) {
    String spaced = name.replaceAll("([a-z])([A-Z])", "$1 $2").replace('-', ' ').strip();
    return spaced.isEmpty()
        ? "Entry"
        : spaced.substring(0, 1).toUpperCase(Locale.ROOT)
            + spaced.substring(1).toLowerCase(Locale.ROOT);
  }

  /** Another site must not put its words onto our page. */
  private static boolean fromOurPages(HttpServletRequest request) {
    try {
      String origin = Optional.ofNullable(request.getHeader("Origin")).orElse("");
      return request.getServerName().equalsIgnoreCase(URI.create(origin).getHost());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
