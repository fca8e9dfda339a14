package dev.winslow.engine.flowable;

import org.flowable.bpmn.model.ExternalWorkerServiceTask;
import org.flowable.engine.impl.bpmn.parser.BpmnParse;
import org.flowable.engine.impl.bpmn.parser.handler.AbstractBpmnParseHandler;

/** Lets a stage run once for each item of a variable that is text; the engine itself wants a list of Java's. */
class StagesOfLists extends AbstractBpmnParseHandler<ExternalWorkerServiceTask> {
    static final String BEAN = "lists";

    @Override
    protected Class<ExternalWorkerServiceTask> getHandledType() {
        return ExternalWorkerServiceTask.class;
    }

    @Override
    protected void executeParse(BpmnParse parse, ExternalWorkerServiceTask stage) {
        var loop = stage.getLoopCharacteristics();
        if (loop != null
                && loop.getInputDataItem() != null
                && !loop.getInputDataItem().startsWith("${")) {
            loop.setInputDataItem("${%s.of(%s)}".formatted(BEAN, loop.getInputDataItem()));
        }
    }
}
