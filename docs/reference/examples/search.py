import json
from urllib.parse import urlencode
from urllib.request import urlopen

origin = "http://127.0.0.1:8080"

with urlopen(f"{origin}/v1/organisations?" + urlencode({"q": "公司", "limit": 5})) as reply:
    answer = json.load(reply)
for each in answer["found"]:
    print(each["file"], each["name"])
