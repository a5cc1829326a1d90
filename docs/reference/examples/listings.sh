ORIGIN="http://127.0.0.1:8080"
LIST="cn:samr-serious"

curl --silent --fail-with-body --get "$ORIGIN/v1/listings" --data-urlencode "list=$LIST"
