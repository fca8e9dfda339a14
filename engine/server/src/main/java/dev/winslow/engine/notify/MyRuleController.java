package dev.winslow.engine.notify;

import dev.winslow.api.Paths;
import dev.winslow.api.notify.CreateRule;
import dev.winslow.api.notify.CreatedRule;
import dev.winslow.api.notify.RuleView;
import dev.winslow.engine.access.Viewer;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the person who asks is told of. */
@RestController
@RequestMapping(Paths.MY_NOTIFICATIONS)
class MyRuleController {
    private final RuleService rules;

    MyRuleController(RuleService rules) {
        this.rules = rules;
    }

    @GetMapping
    List<RuleView> list(Principal me) {
        return rules.list(owner(me), Viewer.current());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    CreatedRule create(@RequestBody CreateRule request, Principal me) {
        return rules.create(owner(me), request, Viewer.current());
    }

    @PutMapping("/{id}")
    RuleView change(@PathVariable UUID id, @RequestBody CreateRule request, Principal me) {
        return rules.change(owner(me), id, request, Viewer.current());
    }

    @PostMapping("/{id}/secret")
    CreatedRule replaceSecret(@PathVariable UUID id, Principal me) {
        return rules.replaceSecret(owner(me), id, Viewer.current());
    }

    @PostMapping("/{id}/enable")
    RuleView enable(@PathVariable UUID id, Principal me) {
        return rules.enable(owner(me), id, Viewer.current());
    }

    @PostMapping("/{id}/disable")
    RuleView disable(@PathVariable UUID id, Principal me) {
        return rules.disable(owner(me), id, Viewer.current());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, Principal me) {
        rules.remove(owner(me), id, Viewer.current());
    }

    @PostMapping("/{id}/restore")
    RuleView restore(@PathVariable UUID id, Principal me) {
        return rules.restore(owner(me), id, Viewer.current());
    }

    private static Owner owner(Principal me) {
        return new Owner.OfPerson(me.getName());
    }
}
