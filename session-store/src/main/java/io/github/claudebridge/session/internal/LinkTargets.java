package io.github.claudebridge.session.internal;

/** Decides which links are kept when a folder is copied, archived or restored. */
public final class LinkTargets {

    private LinkTargets() {}

    /**
     * Says whether a link leads to something in the folder it belongs to. Steps up are allowed only at the start of the
     * target: after a name they would leave from wherever that name leads.
     *
     * @param depth how many folders lie between the link and that folder; 0 when it lies directly in it
     */
    public static boolean staysInside(int depth, String target) {
        if (target.isEmpty() || target.startsWith("/") || target.indexOf('\0') >= 0) {
            return false;
        }
        int left = depth;
        boolean down = false;
        for (String step : target.split("/", -1)) {
            if (step.equals("..")) {
                left--;
                if (down || left < 0) {
                    return false;
                }
            } else if (!step.isEmpty() && !step.equals(".")) {
                down = true;
            }
        }
        return true;
    }
}
