package io.github.devboxtunnels.gateway;

/**
 * Why a request goes no further.
 *
 * @param status HTTP status of the answer
 * @param why one English sentence for whoever reads the raw answer; repeats no input
 */
record Refusal(int status, String why) {

    static Refusal badRequest(String why) {
        return new Refusal(400, why);
    }
}
