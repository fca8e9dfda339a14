"""Makes truth.csv, result.csv and expected.json: a small scene with misses, false alarms, an identity switch, swapped identities and gaps, and what
TrackEval 1.3.0 (HOTA, CLEAR and Identity, both MIT) and py-motmetrics 1.4.0 (MIT) say of it.

    pip install trackeval==1.3.0 motmetrics==1.4.0
    python reference.py            writes the three files
    python reference.py TRUTH TRAJECTORIES    prints the measures of any two files
"""
import csv, json, math, random, sys
import numpy as np

for name, kind in (("float", float), ("int", int), ("bool", bool)):  # TrackEval uses names that NumPy dropped
    if not hasattr(np, name):
        setattr(np, name, kind)
import motmetrics
from trackeval.metrics import CLEAR, HOTA, Identity

IOU = 0.3
FRAMES = 60


def upright(x, y, length, width, degrees):
    c, s = abs(math.cos(math.radians(degrees))), abs(math.sin(math.radians(degrees)))
    w, h = length * c + width * s, length * s + width * c
    return x - w / 2, y - h / 2, w, h


def scene():
    random.seed(4)
    truth, result = [], []
    for frame in range(FRAMES):
        for vehicle in range(6):
            if vehicle == 5 and frame < 20:
                continue
            x, y, degrees = 40 + 9 * frame, 100 + 40 * vehicle, 3 * vehicle
            if vehicle == 3:
                x = 600 - 9 * frame
            truth.append((frame, vehicle + 1, x, y, 30, 12, degrees))
            if (vehicle == 0 and 10 <= frame < 16) or random.random() < 0.08:
                continue  # missed
            track = 10 + vehicle
            if vehicle == 1 and frame >= 30:
                track = 30  # switched
            if vehicle in (2, 4) and 25 <= frame < 40:
                track = 10 + (4 if vehicle == 2 else 2)  # swapped for a while
            wander = 9 if vehicle == 4 else 2
            result.append((frame, track, x + random.gauss(0, wander), y + random.gauss(0, 1), 30 + random.gauss(0, 3), 12, degrees))
        if random.random() < 0.3:
            result.append((frame, 50 + frame // 20, random.uniform(0, 600), random.uniform(0, 400), 30, 12, 0))
    return truth, result


def write(name, header, rows):
    with open(name, "w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(header)
        out.writerows(rows)


def read(name, identity, columns):
    with open(name) as file:
        return [
            (int(row["frame"]), int(row[identity]), upright(*(float(row[column]) for column in columns)), row.get("visible", "1") == "1")
            for row in csv.DictReader(file)
        ]


def overlap(a, b):
    w = min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0])
    h = min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1])
    common = max(0, w) * max(0, h)
    return common / (a[2] * a[3] + b[2] * b[3] - common)


def measures(truth, result):
    truth = [row for row in truth if row[3]]
    last = max(row[0] for row in truth + result)
    numbers = [{k: i for i, k in enumerate(sorted({row[1] for row in rows}))} for rows in (truth, result)]
    data = {
        "gt_ids": [], "tracker_ids": [], "similarity_scores": [], "num_timesteps": last + 1,
        "num_gt_ids": len(numbers[0]), "num_tracker_ids": len(numbers[1]),
        "num_gt_dets": len(truth), "num_tracker_dets": len(result),
    }
    accumulator = motmetrics.MOTAccumulator(auto_id=True)
    for frame in range(last + 1):
        here = [[row for row in rows if row[0] == frame] for rows in (truth, result)]
        scores = np.array([[overlap(t[2], r[2]) for r in here[1]] for t in here[0]]).reshape(len(here[0]), len(here[1]))
        data["gt_ids"].append(np.array([numbers[0][row[1]] for row in here[0]], dtype=int))
        data["tracker_ids"].append(np.array([numbers[1][row[1]] for row in here[1]], dtype=int))
        data["similarity_scores"].append(scores)
        accumulator.update([r[1] for r in here[0]], [r[1] for r in here[1]], np.where(scores >= IOU, 1 - scores, np.nan))
    quiet = {"PRINT_CONFIG": False}
    hota = HOTA().eval_sequence(data)
    clear = CLEAR({"THRESHOLD": IOU, **quiet}).eval_sequence(data)
    identity = Identity({"THRESHOLD": IOU, **quiet}).eval_sequence(data)
    summary = motmetrics.metrics.create().compute(
        accumulator, metrics=["mota", "idf1", "precision", "recall", "num_switches"], return_dataframe=False)
    return {
        "trackeval": {"mota": float(clear["MOTA"]), "idf1": float(identity["IDF1"]), "hota": float(np.mean(hota["HOTA"])),
                      "precision": float(clear["CLR_Pr"]), "recall": float(clear["CLR_Re"]), "switches": int(clear["IDSW"])},
        "motmetrics": {"mota": float(summary["mota"]), "idf1": float(summary["idf1"]), "precision": float(summary["precision"]),
                       "recall": float(summary["recall"]), "switches": int(summary["num_switches"])},
    }


TRUTH = ("cx_px", "cy_px", "length_px", "width_px", "angle_deg")
TRACKS = ("x_px", "y_px", "length_px", "width_px", "heading_deg")
if len(sys.argv) == 3:
    print(json.dumps(measures(read(sys.argv[1], "id", TRUTH), read(sys.argv[2], "track_id", TRACKS)), indent=2))
else:
    truth, result = scene()
    write("truth.csv", ("frame", "id") + TRUTH + ("speed_mps", "visible"), [row + (10, 1) for row in truth])
    write("result.csv", ("frame", "track_id") + TRACKS, [tuple(round(v, 3) if isinstance(v, float) else v for v in row) for row in result])
    with open("expected.json", "w") as file:
        json.dump(measures(read("truth.csv", "id", TRUTH), read("result.csv", "track_id", TRACKS)), file, indent=2)
        file.write("\n")
