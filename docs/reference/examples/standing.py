import json
from urllib.parse import quote
from urllib.request import urlopen

origin = "http://127.0.0.1:8080"
organisation = "91990101MA0FERRY0G"

with urlopen(f"{origin}/v1/organisations/{quote(organisation)}/standing") as reply:
    standing = json.load(reply)
bound = [each["act"] for each in standing["acts"] if each["verdict"] == "bound"]
print(f'on {standing["asOf"]["on"]}: {len(bound)} of {len(standing["acts"])} acts are closed')
