import json
from urllib.parse import quote, urlencode
from urllib.request import urlopen

origin = "http://127.0.0.1:8080"
organisation = "91990101MA0FERRY0G"
type = "cn:administrative-penalty"

with urlopen(f"{origin}/v1/organisations/{quote(organisation)}/preflight?" + urlencode({"type": type})) as reply:
    answer = json.load(reply)
print(len(answer["proposals"]), "lists could follow,", len(answer["plan"]), "ways out")
