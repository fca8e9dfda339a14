/** Where the camera stood in each frame. */
@NullMarked
package dev.winslow.tracker.camera;

import org.jspecify.annotations.NullMarked;
