# Varnish (6 or newer) in front of an agency. Set the backend, and CDN_PURGE=http://VARNISH:PORT/ at the agency.
# Nothing is kept longer than the agency says, nothing is served while it is fetched anew: a killed story is gone. While the
# agency cannot say PURGE here it lets nothing be kept; what is here already is asked for again within a minute.
vcl 4.1;

import std;

backend default {
  .host = "127.0.0.1";
  .port = "8080";
}

# Who may say what is to be dropped: the machines on which the agency runs.
acl agency {
  "127.0.0.1";
  "::1";
}

sub vcl_recv {
  if (req.method == "PURGE") {
    if (client.ip !~ agency) {
      return (synth(403, "Not for you"));
    }
    if (req.http.Surrogate-Key !~ "^[A-Za-z0-9_:-]+( [A-Za-z0-9_:-]+)*$") {
      return (synth(400, "Which keys?"));
    }
    # The agency asks every few seconds whether it is heard; nothing has this key.
    if (req.http.Surrogate-Key == "probe") {
      return (synth(200, "Heard"));
    }
    ban("obj.http.Surrogate-Key ~ (^|\s)(" + regsuball(req.http.Surrogate-Key, " ", "|") + ")(\s|$)");
    return (synth(200, "Dropped"));
  }
  # Subscribers have keys and long answers; whoever is signed in is not a reader like all others.
  if (req.url ~ "^/(wire|desk)/" || req.http.Authorization) {
    return (pass);
  }
  unset req.http.Cookie;
  # One copy for each encoding. Without `-p http_gzip_support=off` Varnish leaves gzip alone.
  if (req.http.Accept-Encoding ~ "br") {
    set req.http.Accept-Encoding = "br";
  } elsif (req.http.Accept-Encoding ~ "gzip") {
    set req.http.Accept-Encoding = "gzip";
  } else {
    unset req.http.Accept-Encoding;
  }
}

sub vcl_backend_response {
  set beresp.grace = 0s;
  set beresp.keep = 0s;
  if (beresp.http.Surrogate-Control ~ "max-age=[1-9]") {
    set beresp.ttl = std.duration(regsub(beresp.http.Surrogate-Control, ".*max-age=([0-9]+).*", "\1") + "s", 0s);
    return (deliver);
  }
  # Scripts never change under their address. Pictures neither, but they say above which story they go with.
  if (beresp.status == 200 && beresp.http.Cache-Control ~ "immutable") {
    return (deliver);
  }
  set beresp.uncacheable = true;
  set beresp.ttl = 120s;
  return (deliver);
}

sub vcl_deliver {
  # Readers and their browsers need none of this; what has been kept here still asks again there (no-cache).
  unset resp.http.Surrogate-Key;
  unset resp.http.Surrogate-Control;
  unset resp.http.X-Varnish;
  unset resp.http.Via;
}
