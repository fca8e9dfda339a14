package dev.winslow.agent.attempt;

import dev.winslow.agent.executor.StageExecutor;
import dev.winslow.agent.lease.Leases;
import dev.winslow.agent.protocol.ServerClient;
import dev.winslow.agent.transfer.FileSender;
import dev.winslow.agent.workspace.Layout;
import dev.winslow.agent.workspace.SpareFolders;
import java.time.InstantSource;

/** What all attempts on this machine work with. */
public record Services(
        ServerClient server,
        Leases leases,
        SpareFolders spares,
        Layout layout,
        StageExecutor executor,
        FileSender sender,
        InstantSource clock) {}
