package dev.winslow.ui.lineage;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** Files and attempts as boxes, with arrows from what was there before to what was made from it. */
@Tag("winslow-lineage")
@JsModule("./lineage.ts")
final class LineageGraph extends Component {
    void show(Drawing drawing) {
        getElement().setPropertyList("arrows", drawing.arrows());
        getElement().setPropertyList("boxes", drawing.boxes());
    }
}
