package io.github.devboxtunnels.model;

/**
 * A port a person keeps in the table of a devbox. Local bookkeeping; the API knows nothing of it.
 *
 * @param name shown, never blank
 * @param number 1 to 65535
 * @param path begins with a slash
 */
public record ListedPort(String name, int number, String path) {

    /** The platform's own terminal service listens here. */
    public static final int PLATFORM_PORT = 13;

    /** Checks the ranges. */
    public ListedPort {
        if (number < 1 || number > 65535) {
            throw new IllegalArgumentException("port out of range: " + number);
        }
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("a path begins with a slash");
        }
        if (name.isBlank()) {
            throw new IllegalArgumentException("a port has a name");
        }
    }

    /** A port with the usual name of its number. */
    public static ListedPort of(int number, String path) {
        return new ListedPort(usualName(number), number, path);
    }

    /** Whether its name is more than its number. */
    public boolean named() {
        return !name.equals(numbered(number));
    }

    /** Name and number, the number once: "Web 3000", "Port 4000". */
    public String label() {
        return named() ? name + " " + number : name;
    }

    private static String usualName(int number) {
        return switch (number) {
            case 3000 -> "Web";
            case 5173 -> "Vite";
            case 8080 -> "HTTP";
            case 8888 -> "Jupyter";
            default -> numbered(number);
        };
    }

    private static String numbered(int number) {
        return "Port " + number;
    }
}
