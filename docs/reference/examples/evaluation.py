import json
from urllib.request import Request, urlopen

origin = "http://127.0.0.1:8080"
organisation = "91990101MA0FERRY0G"
act = "cn:bid-government-procurement"

question = {"subject": {"type": "organisation", "id": organisation}, "action": {"name": act}, "context": {"explain": True}}
request = Request(f"{origin}/access/v1/evaluation", json.dumps(question).encode(), {"content-type": "application/json"})
with urlopen(request) as reply:
    answer = json.load(reply)
print("may" if answer["decision"] else "may not", answer["context"]["verdict"], answer["context"]["words"]["en"]["sentence"])
