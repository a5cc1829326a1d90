ORIGIN="http://127.0.0.1:8080"
ORGANISATION="91990101MA0FERRY0G"
ACT="cn:bid-government-procurement"

# A question a line in, an answer a line out, for as many as there are.
{
  echo '{"organisation": "'"$ORGANISATION"'", "act": "'"$ACT"'"}'
  echo '{"organisation": "'"$ORGANISATION"'", "act": "'"$ACT"'", "on": "2025-01-15"}'
} | curl --silent --fail-with-body --no-buffer "$ORIGIN/v1/checks" --header 'content-type: application/x-ndjson' --data-binary @-
