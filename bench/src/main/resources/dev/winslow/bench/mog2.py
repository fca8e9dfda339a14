"""What one would write without Winslow: OpenCV's MOG2, its contours, and a tracker that pairs boxes by overlap. No stabilisation.
usage: mog2.py VIDEO FOLDER; writes trajectories.csv and camera.csv as the tracker's files have them."""
import sys

import cv2
import numpy as np
from scipy.optimize import linear_sum_assignment

video, folder = sys.argv[1:3]
capture = cv2.VideoCapture(video)
rate = capture.get(cv2.CAP_PROP_FPS) or 25
subtractor = cv2.createBackgroundSubtractorMOG2(history=300, varThreshold=25, detectShadows=True)
kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (3, 3))
tracks, rows, cameras, next_id, frame = {}, {}, [], 1, 0


def overlap(a, b):
    w = min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0])
    h = min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1])
    common = max(0, w) * max(0, h)
    return common / (a[2] * a[3] + b[2] * b[3] - common)


while True:
    ok, picture = capture.read()
    if not ok:
        break
    mask = cv2.morphologyEx((subtractor.apply(picture) == 255).astype(np.uint8), cv2.MORPH_OPEN, kernel)
    mask = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, kernel)
    contours, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    boxes = [cv2.boundingRect(c) for c in contours if cv2.contourArea(c) > 60]
    ids = list(tracks)
    predicted = [(t["box"][0] + t["v"][0], t["box"][1] + t["v"][1]) + tuple(t["box"][2:]) for t in tracks.values()]
    scores = np.array([[overlap(p, b) for b in boxes] for p in predicted]).reshape(len(predicted), len(boxes))
    pairs = [(i, j) for i, j in zip(*linear_sum_assignment(-scores)) if scores[i, j] > 0.1]
    for i, j in pairs:
        track = tracks[ids[i]]
        track["v"] = tuple(0.7 * v + 0.3 * (n - o) for v, n, o in zip(track["v"], boxes[j], track["box"]))
        track.update(box=boxes[j], missed=0)
        rows[ids[i]].append((frame, boxes[j]))
    for i in set(range(len(ids))) - {i for i, _ in pairs}:
        tracks[ids[i]]["missed"] += 1
        if tracks[ids[i]]["missed"] > rate:
            del tracks[ids[i]]
    for j in set(range(len(boxes))) - {j for _, j in pairs}:
        tracks[next_id] = {"box": boxes[j], "v": (0, 0), "missed": 0}
        rows[next_id] = [(frame, boxes[j])]
        next_id += 1
    cameras.append(frame)
    frame += 1

with open(folder + "/camera.csv", "w") as out:
    out.write("frame,time_s,status,model,error_px,h00,h01,h02,h10,h11,h12,h20,h21,h22\n")
    for frame in cameras:
        out.write(f"{frame},{frame / rate:.3f},ok,similarity,0,1,0,0,0,1,0,0,0,1\n")
with open(folder + "/trajectories.csv", "w") as out:
    out.write("frame,time_s,track_id,class,x_px,y_px,x_ref_px,y_ref_px,length_px,width_px,heading_deg,x_m,y_m,length_m,width_m,"
              "speed_mps,accel_mps2,interpolated\n")
    for track, seen in rows.items():
        way = max(abs(b[0] - seen[0][1][0]) + abs(b[1] - seen[0][1][1]) for _, b in seen)
        if len(seen) < rate / 2 or way < seen[0][1][2]:
            continue  # too short, or it did not go anywhere
        for frame, (x, y, w, h) in seen:
            cx, cy = x + w / 2, y + h / 2
            out.write(f"{frame},{frame / rate:.3f},{track},vehicle,{cx},{cy},{cx},{cy},{w},{h},0,,,,,,,0\n")
