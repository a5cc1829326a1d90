import json
from urllib.parse import urlencode
from urllib.request import urlopen

origin = "http://127.0.0.1:8080"
list = "cn:samr-serious"

with urlopen(f"{origin}/v1/listings?" + urlencode({"list": list})) as reply:
    answer = json.load(reply)
print(answer["total"], "on", list)
for each in answer["listings"]:
    print(each["file"], each["name"])
