package dev.winslow.engine.access;

import dev.winslow.api.access.Right;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * What a query says about rights: {@link #level} is a number to select, {@link #condition} one to filter by. Both speak of a row of the table project
 * under an alias and take the parameter {@code viewer}, the name. All rules of who may do what are in here.
 */
public final class Sight {
    private static final String LEVEL = """
            greatest(
              case P.everyone when 'CHANGE' then 3 when 'SEE' then 1 else 0 end,
              case when P.owner = :viewer and P.owner <> '' then 4 else 0 end,
              coalesce((select max(case pa.level when 'OWNER' then 4 when 'MAINTAINER' then 3 else 2 end) from project_access pa
                        where pa.project_id = P.id
                          and (pa.person = :viewer or pa.group_id in (select gm.group_id from group_member gm where gm.person = :viewer))), 0))""";

    private static final String NAMED = """
            ((P.owner = :viewer and P.owner <> '') or exists (select 1 from project_access pa where pa.project_id = P.id
              and (pa.person = :viewer or pa.group_id in (select gm.group_id from group_member gm where gm.person = :viewer))))""";

    private static final List<Right> BY_NUMBER =
            List.of(Right.NONE, Right.SEE, Right.TAKE_PART, Right.CHANGE, Right.OWN);

    private Sight() {}

    /** What the viewer may do, as the number of a {@link Right}. */
    public static String level(Viewer viewer, String alias) {
        return viewer.all() ? String.valueOf(BY_NUMBER.indexOf(Right.OWN)) : LEVEL.replace("P.", alias + ".");
    }

    /** Whether the viewer may see it. Most projects are open or somebody's own, which is looked at first. */
    public static String condition(Viewer viewer, String alias) {
        return viewer.all()
                ? "1 = 1"
                : "(P.everyone <> 'NOTHING' or (P.owner = :viewer and P.owner <> '') or LEVEL > 0)"
                        .replace("LEVEL", LEVEL)
                        .replace("P.", alias + ".");
    }

    /** Whether the viewer has this right on it. */
    public static String condition(Right right, Viewer viewer, String alias) {
        return viewer.all() ? "1 = 1" : level(viewer, alias) + " >= " + BY_NUMBER.indexOf(right);
    }

    /** Whether the viewer owns it or is in its list: it concerns them, whatever all may do with it. */
    public static String named(String alias) {
        return NAMED.replace("P.", alias + ".");
    }

    public static Right right(ResultSet row, String column) throws SQLException {
        return BY_NUMBER.get(row.getInt(column));
    }
}
