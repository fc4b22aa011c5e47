package org.breachledger.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * What somebody sent who was turned away because of a job or an import, so that the page which says
 * so can send it again: it is stored nowhere, and no browser need find its way back to the form.
 */
@ControllerAdvice
@ConditionalOnWebApplication
class TurnedAway {

  /** One entry of a form. */
  record Entry(String name, String value) {}

  /**
   * A form as it was sent.
   *
   * @param to the address it was sent to
   */
  record Sent(String to, List<Entry> entries) {

    Sent {
      entries = List.copyOf(entries);
    }
  }

  @ModelAttribute("sent")
  @Nullable Sent sent(HttpServletRequest request) {
    boolean turnedAway =
        request.getDispatcherType() == DispatcherType.ERROR
            && Objects.equals(
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE),
                HttpServletResponse.SC_CONFLICT);
    return turnedAway
        ? new Sent(
            String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)),
            entries(request))
        : null;
  }

  private static List<Entry> entries(HttpServletRequest request) {
    return request.getParameterMap().entrySet().stream()
        .filter(field -> !field.getKey().equals("_csrf"))
        .flatMap(
            field -> Arrays.stream(field.getValue()).map(value -> new Entry(field.getKey(), value)))
        .toList();
  }
}
