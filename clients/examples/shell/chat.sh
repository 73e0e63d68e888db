#!/usr/bin/env bash
# Talks in BlazorChat by curl:  chat.sh say ROOM TEXT  or  chat.sh listen ROOM
# Where and who: CHAT (http://localhost:5080), CHAT_USER and CHAT_PASSWORD; or instead of these two an access token, CHAT_TOKEN.
set -uo pipefail

chat=${CHAT:-http://localhost:5080}
token=${CHAT_TOKEN:-}

quoted() { # text as JSON, whatever is in it
    local text=$1
    text=${text//\\/\\\\}
    text=${text//\"/\\\"}
    text=${text//$'\n'/\\n}
    text=${text//$'\r'/\\r}
    text=${text//$'\t'/\\t}
    printf '"%s"' "$text"
}

field() { sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p"; }

# The token is passed where no list of processes shows it.
call() { curl --silent --show-error --config <(printf 'header = "Authorization: Bearer %s"\n' "$token") "$@"; }

sign_in() {
    [ -z "${CHAT_TOKEN:-}" ] || return 0
    local answer
    answer=$(printf '{"username":%s,"password":%s}' "$(quoted "${CHAT_USER:?}")" "$(quoted "${CHAT_PASSWORD:?}")" |
        curl --silent --show-error --header 'Content-Type: application/json' --data @- "$chat/auth/token") || return 1
    token=$(field access_token <<< "$answer")
    [ -n "$token" ] || { field detail <<< "$answer" >&2; return 1; }
}

# A name for the message makes retries safe: whatever happens on the way, it is posted once.
say() { # room, text
    printf '{"room_id":%s,"message":%s,"client_id":"%s"}' "$(quoted "$1")" "$(quoted "$2")" "$$-$RANDOM-$(date +%s)" |
        call --retry 5 --retry-connrefused --fail-with-body --header 'Content-Type: application/json' --data @- "$chat/chat/messages" > /dev/null
}

# Each message on a line, as JSON. When the line breaks, the last event's id says where to go on: nothing is missed.
listen() { # room
    local last="" event="" line wait=1
    while true; do
        while IFS= read -r line; do
            case $line in
                "id: "*) last=${line#id: } wait=1 ;;
                "event: "*) event=${line#event: } ;;
                "data: "*) case $event in
                    "") printf '%s\n' "${line#data: }" ;;
                    reset) echo "Too much was missed: load the history." >&2 ;;
                esac ;;
                "") event="" ;;
            esac
        done < <(call --no-buffer --fail --header "Last-Event-ID: $last" "$chat/chat/room/$1/events")
        sleep $((wait + RANDOM % 3))
        wait=$((wait < 16 ? wait * 2 : 30))
        # Tokens expire; asking for the next one does no harm.
        sign_in || true
    done
}

case "${1:-}:$#" in
    say:3) sign_in && say "$2" "$3" ;;
    listen:2) sign_in && listen "$2" ;;
    *) sed -n '2,3s/^# //p' "$0" >&2; exit 64 ;;
esac
