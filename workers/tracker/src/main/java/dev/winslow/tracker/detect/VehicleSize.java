package dev.winslow.tracker.detect;

/** How large most vehicles of a film are, in pixels of the working picture. All lengths that detection needs follow from it. */
record VehicleSize(double length, double width) {
    private static final double SMALLEST_SHARE = 0.15;
    private static final double OPENED_WIDTHS = 0.25;
    private static final double CLOSED_WIDTHS = 0.2;

    double area() {
        return length * width;
    }

    /** What is smaller is no vehicle, nor a part of one that is worth following. */
    double smallestArea() {
        return SMALLEST_SHARE * area();
    }

    /** The side of the kernel that takes away noise: 1 (nothing) for vehicles of a few pixels, 3 otherwise, so that narrow parts stay. */
    int opening() {
        return OPENED_WIDTHS * width >= 2 ? 3 : 1;
    }

    /** The side of the kernel that joins the parts of one vehicle without joining neighbours, who keep more distance than that. */
    int closing() {
        return closing(width);
    }

    static int closing(double width) {
        double side = CLOSED_WIDTHS * width;
        return side < 1.5 ? 1 : (int) Math.round(side) | 1;
    }
}
