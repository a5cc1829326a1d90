import json
from urllib.request import Request, urlopen

origin = "http://127.0.0.1:8080"
organisation = "91990101MA0FERRY0G"

rows = [{"code": organisation}, {"name": "Nobody Ltd."}]
with urlopen(Request(f"{origin}/v1/suppliers", json.dumps(rows).encode(), {"content-type": "application/json"})) as reply:
    answer = json.load(reply)
for row in answer["rows"]:
    print(row["row"], row["is"], row.get("state", ""))
