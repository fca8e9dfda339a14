package dev.winslow.ui.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrackRowsTest {
    private static final String HEADER =
            "frame,time_s,track_id,class,x_px,y_px,x_ref_px,y_ref_px,length_px,width_px,heading_deg,x_m,y_m,length_m,width_m,speed_mps,accel_mps2,interpolated";

    @Test
    void packsARow() throws IOException {
        ByteBuffer row = packed(HEADER, "12,0.5,7,truck,100.5,200,1,2,60,20,45,1,2,3,4,13.9,0.1,0\n");

        assertThat(row.remaining()).isEqualTo(TrackRows.ROW_BYTES);
        assertThat(new int[] {row.getInt(), row.getInt(), row.getInt()}).containsExactly(12, 7, 1);
        assertThat(new float[] {
                    row.getFloat(),
                    row.getFloat(),
                    row.getFloat(),
                    row.getFloat(),
                    row.getFloat(),
                    row.getFloat(),
                    row.getFloat()
                })
                .containsExactly(0.5f, 100.5f, 200f, 60f, 20f, 45f, 13.9f);
    }

    @Test
    void leavesOpenWhatIsNotKnown() throws IOException {
        ByteBuffer row = packed(HEADER, "12,0.5,7,truck,100.5,200,1,2,60,20,45,,,,,,,0\n");

        assertThat(row.getFloat(36)).isNaN();
    }

    @Test
    void packsTablesOfOtherProgramsThatHaveTheNeededColumns() throws IOException {
        String header = "track_id,frame,time_s,y_px,x_px";

        ByteBuffer row = packed(header, "7,12,0.5,200,100\n");

        assertThat(TrackRows.problem(header)).isEmpty();
        assertThat(row.getInt(0)).isEqualTo(12);
        assertThat(row.getInt(8)).as("class").isEqualTo(3);
        assertThat(row.getFloat(16)).as("x").isEqualTo(100f);
        assertThat(row.getFloat(24)).as("length").isNaN();
    }

    @Test
    void saysWhichColumnLacks() {
        assertThat(TrackRows.problem("frame,track_id,x_px,y_px"))
                .contains("The table of trajectories has no column time_s.");
    }

    @Test
    void packsMoreRowsThanItHoldsAtOnce() throws IOException {
        String rows = IntStream.range(0, 5000)
                .mapToObj(frame -> frame + ",0.5,7,100,200")
                .collect(Collectors.joining("\n"));

        ByteBuffer packed = packed("frame,time_s,track_id,x_px,y_px", rows);

        assertThat(packed.remaining()).isEqualTo(5000 * TrackRows.ROW_BYTES);
        assertThat(packed.getInt(4999 * TrackRows.ROW_BYTES)).isEqualTo(4999);
    }

    private static ByteBuffer packed(String header, String rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TrackRows.pack(header, new StringReader(rows), out);
        return ByteBuffer.wrap(out.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
    }
}
