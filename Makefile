# Two commands on a fresh machine with Python 3.11, pip, venv, make and git: `make run` and `make test`.
# Four processes whatever the cores: tests wait as much as they work.
# ARGS goes to the programme a target runs: make test ARGS="tests/people -x".

# What is compiled once serves the many processes that tests and drills start.
unexport PYTHONDONTWRITEBYTECODE

BIN := .venv/bin
CODE := bot handlers db bench scripts tests
LOCK := uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-header --quiet
ARGS ?=
TESTS := $(BIN)/python -m pytest -m "not drill" -rs -n 4 --dist worksteal

.DEFAULT_GOAL := help
.PHONY: help run test check bench drill lock format ready ready-dev

help: ## list these targets
	@sed -n 's/^\([a-z-]*\):[^#]*## /\1|/p' Makefile | while IFS='|' read -r name about; do \
		printf '  make %-7s %s\n' "$$name" "$$about"; done

run: ready ## serve Telegram with BOT_TOKEN (environment or .env); without it, the sandbox on 127.0.0.1:8080
	@exec $(BIN)/python -m bot run $(ARGS)

test: ready-dev ## run the tests on SQLite, and on PostgreSQL and in Chromium where they are installed
	@$(TESTS) $(ARGS)

check: ready-dev ## lint, format, types and tests: what must pass before a commit
	@$(BIN)/ruff check $(CODE)
	@$(BIN)/ruff format --check $(CODE)
	@$(BIN)/mypy $(CODE)
	@$(TESTS) $(ARGS)

format: ready-dev ## lay the code out and mend what the linter can
	@$(BIN)/ruff check --fix --quiet $(CODE)
	@$(BIN)/ruff format $(CODE)

bench: ready-dev ## measure against the budgets; a table, bench.json, exit code 1 over a budget
	@$(BIN)/python -m bench $(ARGS)

drill: ready-dev ## kills, storms, attacks, journeys on PostgreSQL and fresh machines: minutes
	@$(BIN)/python -m pytest -m "drill and not alone" -rs -n 4 --dist loadgroup $(ARGS)
	@$(BIN)/python -m pytest -m "drill and alone" -rs -n 2 --dist loadgroup $(ARGS)

lock: ## lock the libraries of pyproject.toml by hash; ARGS=--upgrade takes newer ones
	@command -v uv >/dev/null || { echo 'make lock needs uv: python3 -m pip install uv' >&2; exit 1; }
	@$(LOCK) $(ARGS) --output-file requirements.lock
	@$(LOCK) $(ARGS) --extra dev --output-file requirements-dev.lock

ready:
	@python=$$(scripts/find-python) && exec "$$python" scripts/prepare.py requirements.lock

ready-dev:
	@python=$$(scripts/find-python) && exec "$$python" scripts/prepare.py requirements-dev.lock
