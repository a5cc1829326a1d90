ORIGIN="http://127.0.0.1:8080"

# Once; with `--header 'accept: text/event-stream'` it goes on for as long as one likes.
curl --silent --fail-with-body "$ORIGIN/v1/changes?timepoint=0&limit=20"
