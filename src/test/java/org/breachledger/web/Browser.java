package org.breachledger.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody at the pages: keeps cookies, follows no redirect by itself, runs no script. */
public final class Browser {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final String root;

  /** Opens a browser on the pages at this port of this machine. */
  public Browser(int port) {
    root = "http://localhost:" + port;
  }

  /** A browser in which this account is signed in. */
  static Browser signedIn(int port, String name) {
    Browser browser = new Browser(port);
    HttpResponse<String> answer = browser.signIn(name, SampleRecord.PASSWORD);
    if (!path(answer).equals("/")) {
      throw new AssertionError("the sign-in led to " + path(answer));
    }
    return browser;
  }

  /** What is at an address; a redirect is not followed. */
  public HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.header("Accept", "text/html, */*;q=0.8").build());
  }

  /** Opens the page that holds the form, and sends the form with its token. */
  HttpResponse<String> submit(String page, String path, Map<String, String> fields) {
    return post(path, form(fields) + "&_csrf=" + token(page));
  }

  /** The token of the form on a page, as it is sent. */
  String token(String page) {
    Matcher token = TOKEN.matcher(get(page).body());
    if (!token.find()) {
      throw new AssertionError("the form on " + page + " carries no token");
    }
    return URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
  }

  /** The number of the session this browser is in. */
  String session() {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("breachledger-session"))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }

  /** Sends files as the form of the upload does, with its token and other fields. */
  HttpResponse<String> upload(Map<String, byte[]> files, Map<String, String> fields) {
    Matcher token = TOKEN.matcher(get("/password").body());
    if (!token.find()) {
      throw new AssertionError("nobody is signed in");
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    Map<String, String> all = new HashMap<>(fields);
    all.put("_csrf", token.group(1));
    all.forEach(
        (name, value) ->
            body.writeBytes(part("name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8))));
    files.forEach(
        (name, bytes) -> body.writeBytes(part("name=\"files\"; filename=\"" + name + "\"", bytes)));
    body.writeBytes("--cut--\r\n".getBytes(StandardCharsets.UTF_8));
    return send(
        HttpRequest.newBuilder(URI.create(root + "/imports/new"))
            .header("Content-Type", "multipart/form-data; boundary=cut")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
            .build());
  }

  private static byte[] part(String disposition, byte[] content) {
    ByteArrayOutputStream part = new ByteArrayOutputStream();
    part.writeBytes(
        ("--cut\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    part.writeBytes(content);
    part.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    return part.toByteArray();
  }

  HttpResponse<String> post(String path, String body, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(
        request
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "text/html, */*;q=0.8")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  /** Fills in the form of the sign-in and sends it. */
  public HttpResponse<String> signIn(String name, String password) {
    return submit("/sign-in", "/sign-in", Map.of("name", name, "password", password));
  }

  /** Where an answer redirects to, without the host; empty where it does not. */
  static String path(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("").replaceFirst("https?://[^/]+", "");
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
