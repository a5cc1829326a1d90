import json
from urllib.request import Request, urlopen

origin = "http://127.0.0.1:8080"
organisation = "91990101MA0FERRY0G"
act = "cn:bid-government-procurement"

questions = [{"organisation": organisation, "act": act}, {"organisation": organisation, "act": act, "on": "2025-01-15"}]
lines = "".join(json.dumps(question) + "\n" for question in questions)
with urlopen(Request(f"{origin}/v1/checks", lines.encode(), {"content-type": "application/x-ndjson"})) as reply:
    for line in reply:
        answer = json.loads(line)
        print(answer["error"]["message"] if "error" in answer else f'{answer["asOf"]["on"]} {answer["verdict"]}')
