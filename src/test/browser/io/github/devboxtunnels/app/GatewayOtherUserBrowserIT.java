package io.github.devboxtunnels.app;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Another user of this computer, with all that our browser has: gets no byte, and reaches nothing. Needs root. */
class GatewayOtherUserBrowserIT {

    private static final int RACERS = 8;
    private static final Pattern TICKET = Pattern.compile("name=\"ticket\" value=\"([^\"]+)\"");
    private static final Pattern COOKIE = Pattern.compile("(?im)^set-cookie: ([^;]+);");

    @TempDir
    private Path folder;
    private GatewaySession opened;
    private URI address;

    @BeforeEach
    void start() throws Exception {
        opened = new GatewaySession(folder);
        address = opened.address();
    }

    @AfterEach
    void stop() {
        opened.close();
    }

    /** The addresses of loopback that this system has: 127.0.0.1 and, with IPv6, ::1. */
    private static List<String> loopbacks() throws IOException {
        List<String> all = new ArrayList<>();
        for (InetAddress each : NetworkInterface.getByInetAddress(InetAddress.getLoopbackAddress()).inetAddresses()
                .filter(InetAddress::isLoopbackAddress).toList()) {
            all.add(each instanceof Inet6Address ? "[::1]" : each.getHostAddress());
        }
        assertThat(all).contains("127.0.0.1");
        return all;
    }

    private String newTicket() throws Exception {
        return "ticket=" + found(TICKET, Files.readString(opened.open().page()));
    }

    private URI enter() {
        return address.resolve("/.devbox-tunnels/enter");
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }

    @Test
    void theOtherUserIsOnTheNet() throws Exception {
        for (String loopback : loopbacks()) {
            Curl.Ended ended = Curl.anotherUsers(loopback).call(opened.sandbox.baseUrl());
            assertThat(ended.printed()).startsWith("HTTP/1.1 ");
            assertThat(ended.exit()).isZero();
        }
    }

    @Test
    void aCookieUsedByAnotherUserIsWorthNothing() throws Exception {
        String cookie = "Cookie: " + found(COOKIE, Curl.ours("127.0.0.1").call(enter(), "--data", newTicket())
                .printed());
        for (String loopback : loopbacks()) {
            assertThat(Curl.ours(loopback).call(address, "--header", cookie).printed()).startsWith("HTTP/1.1 200")
                    .contains("echo-service");
            int before = opened.visits().size();
            assertThat(Curl.anotherUsers(loopback).call(address, "--header", cookie)).matches(Curl.Ended::closed);
            assertThat(opened.visits()).hasSize(before);
        }
    }

    @Test
    void aTicketRacedFromAnotherUserStaysOurs() throws Exception {
        for (String loopback : loopbacks()) {
            String ticket = newTicket();
            List<Process> thieves = new ArrayList<>();
            for (int i = 0; i < RACERS; i++) {
                thieves.add(Curl.anotherUsers(loopback).begin(enter(), "--data", ticket));
            }
            String answer = Curl.ours(loopback).call(enter(), "--data", ticket).printed();
            for (Process thief : thieves) {
                assertThat(Curl.end(thief)).matches(Curl.Ended::closed);
            }
            assertThat(answer).as("the ticket was still good").startsWith("HTTP/1.1 200");
            found(COOKIE, answer);
        }
        assertThat(opened.visits()).isEmpty();
    }

    @Test
    void everyProgramOfThisComputerMeansThoseOfThisUser() throws Exception {
        opened.session.gateways().setLocalPrograms(opened.devbox, 3000, true);
        for (String loopback : loopbacks()) {
            assertThat(Curl.ours(loopback).call(address).printed()).startsWith("HTTP/1.1 200");
            int before = opened.visits().size();
            assertThat(Curl.anotherUsers(loopback).call(address)).matches(Curl.Ended::closed);
            assertThat(opened.visits()).hasSize(before);
        }
    }
}
