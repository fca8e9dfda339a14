package dev.winslow.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.dom.Element;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * The parts that a place of the page consists of, each by what it shows. One that stays is neither made anew nor moved: a click never meets one
 * that has just gone, and whoever walks them by keyboard stays where they are.
 */
public final class Kept<K, C extends Component> {
    private final Element place;
    private final Function<K, C> make;
    private final Map<K, C> parts = new HashMap<>();

    /**
     * @param place has no other parts
     * @param make makes the part that shows this
     */
    public Kept(Component place, Function<K, C> make) {
        this.place = place.getElement();
        this.make = make;
    }

    /** @param keys each once, in the order in which they are to stand */
    public void show(List<K> keys) {
        Set<K> wanted = Set.copyOf(keys);
        for (Iterator<Map.Entry<K, C>> all = parts.entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<K, C> part = all.next();
            if (!wanted.contains(part.getKey())) {
                part.getValue().getElement().removeFromParent();
                all.remove();
            }
        }
        for (int i = 0; i < keys.size(); i++) {
            Element part = parts.computeIfAbsent(keys.get(i), make).getElement();
            if (i >= place.getChildCount() || !place.getChild(i).equals(part)) {
                place.insertChild(i, part);
            }
        }
    }

    /** The part of something that is shown. */
    public C of(K key) {
        return Objects.requireNonNull(parts.get(key));
    }
}
