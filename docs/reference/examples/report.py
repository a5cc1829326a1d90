import json
from urllib.parse import quote, urlencode
from urllib.request import urlopen

origin = "http://127.0.0.1:8080"
organisation = "91990101MA0FERRY0G"

with urlopen(f"{origin}/v1/organisations/{quote(organisation)}/report?purpose=tender") as reply:
    report = json.load(reply)
for each in report["lines"]:
    code = each["line"]["code"]
    with urlopen(f"{origin}/v1/verify-report?" + urlencode({"code": code})) as reply:
        print(code, json.load(reply)["kind"])
