import json
from urllib.request import urlopen

origin = "http://127.0.0.1:8080"

# From the beginning, page after page; the last timepoint is where one goes on tomorrow.
timepoint, more = 0, True
while more:
    with urlopen(f"{origin}/v1/changes?timepoint={timepoint}&limit=500") as reply:
        page = json.load(reply)
    for change in page["changes"]:
        print(change["day"], change["what"])
    timepoint, more = page["timepoint"], page["more"]
print("go on from", timepoint)
