package io.github.claudebridge.session.archive;

/**
 * Notices when a path of an archive leads through a link of the same archive, in whatever order the two come. Not
 * thread-safe.
 */
final class LinkPaths {

    private final PathSet links = new PathSet();
    private final PathSet parents = new PathSet();
    private String lastParent = "";

    /** Takes the path of an entry below the top folder; says whether it, or an earlier one, leads through a link. */
    boolean leadsThrough(String path, boolean isLink) {
        int slash = path.lastIndexOf('/');
        String parent = slash < 0 ? "" : path.substring(0, slash);
        // Neighbours mostly share their folder, which needs to be looked at once.
        if (!parent.equals(lastParent) && addParents(parent)) {
            return true;
        }
        lastParent = parent;
        if (isLink) {
            links.add(path);
        }
        return isLink && parents.contains(path);
    }

    private boolean addParents(String parent) {
        boolean through = false;
        for (int end = parent.length(); end > 0; end = parent.lastIndexOf('/', end - 1)) {
            String folder = parent.substring(0, end);
            parents.add(folder);
            through |= links.contains(folder);
        }
        return through;
    }
}
