package org.wsisforum.stack;

import java.nio.file.Path;
import java.util.List;

/** What a person reads when everything is up: what runs where, who may sign in, and three requests to try. */
final class Welcome {

    private Welcome() {}

    static String text(Stack stack, Path data, List<String> accounts) {
        var where = new StringBuilder();
        stack.addresses().forEach((name, address) -> where.append("  %-24s %s%n".formatted(name, address)));
        return """

               The Forum is up.

               %s

               Sample accounts, each with the password "%s" (the name tells the role):
               %s
               Keycloak's console is %s/admin, user admin, password in %s

               Try, in another terminal:

               1. The public programme
                 curl -s %s/agenda/v1/editions/2021/sessions

               2. The invitations, as the secretariat
                 TOKEN=$(curl -s -d grant_type=password -d client_id=local-cli -d username=secretariat -d password=%s \\
                   %s/protocol/openid-connect/token | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
                 curl -s -H "Authorization: Bearer $TOKEN" %s/registration/v1/editions/2021/invitations

               3. The prizes, in Arabic
                 curl -s '%s/awards/v1/editions/2021/categories?lang=ar'

               Forum time is %s; ./wsis clock 2021-03-25T10:00 travels.
               Ctrl-C here, or ./wsis down elsewhere, stops everything.
               """.formatted(
                        where.toString().stripTrailing(),
                        Realm.SAMPLE_PASSWORD,
                        wrapped(accounts),
                        stack.keycloak(),
                        data.resolve("secrets.properties"),
                        stack.gateway(),
                        Realm.SAMPLE_PASSWORD,
                        stack.realm(),
                        stack.gateway(),
                        stack.gateway(),
                        ForumClock.readable(stack.clock()));
    }

    private static String wrapped(List<String> names) {
        var text = new StringBuilder(" ");
        var width = 1;
        for (var name : names) {
            if (width + name.length() + 1 > 110) {
                text.append("\n ");
                width = 1;
            }
            text.append(' ').append(name);
            width += name.length() + 1;
        }
        return text.append('\n').toString();
    }
}
