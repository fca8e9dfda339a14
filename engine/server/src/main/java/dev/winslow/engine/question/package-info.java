/** What stages wait for that a person has to say, beside the pipeline's own user tasks. */
@NullMarked
package dev.winslow.engine.question;

import org.jspecify.annotations.NullMarked;
