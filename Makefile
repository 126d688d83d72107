# Each target sets up what it needs: on a fresh clone `make serve` or `make test` is enough.
PYTHON ?= python3
TORCH := $(shell grep -o '^torch==[0-9.]*' requirements.txt)
CPU_INDEX := https://download.pytorch.org/whl/cpu

ifeq ($(OS),Windows_NT)
BIN := .venv/Scripts
else
BIN := .venv/bin
endif
READY := .venv/.ready

# The notice that Material prints on every build; this is its own switch for it.
export NO_MKDOCS_2_WARNING := 1
export PYTHONUTF8 := 1

.PHONY: $(shell grep -oE '^[a-z-]+:' Makefile | tr -d :)

help: ## list the targets
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/:.*## /|/' | awk -F'|' '{printf "make %-14s%s\n", $$1, $$2}'

serve: $(READY) ## both languages at http://127.0.0.1:8000/, reloaded when you edit
	$(BIN)/mkdocs serve

build: $(READY) ## the site in site/, any warning an error
	$(BIN)/mkdocs build --strict

site-diff: $(READY) ## how the pages changed since BASE=main, as text
	@$(BIN)/python -m handbook.sitediff "$(BASE)"

test: $(READY) ## every test that needs no browser, or what ARGS says: ARGS="-k chain-rule"
	$(BIN)/python -m pytest -m "not browser" -n auto $(ARGS)

test-browser: $(READY) ## the tests that drive a real browser
	$(BIN)/python -m pytest -rs -m browser -n auto $(ARGS)

check: lint test ## lint, then the tests

lint: $(READY) ## style and types of the Python code
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(READY) ## mend what of the style mends itself
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

outputs: $(READY) ## record what snippets print: all, or PAGE=mechanics/backward-pass
	$(BIN)/python -m handbook.outputs $(PAGE)

new: $(READY) ## a new snippet and its page in both languages: PAGE=mechanics/hooks NAME=hook_order
	$(BIN)/python -m handbook.new "$(PAGE)" "$(NAME)"

bench: $(READY) ## time of checking all snippets, and of the build, as ratios
	$(BIN)/python -m handbook.bench

lighthouse: $(READY) ## visit three pages in each language with Lighthouse; stores lighthouse.json (needs Node)
	$(BIN)/python -m handbook.lighthouse

properdocs: .cache/properdocs/.ready ## the site by ProperDocs: an error if it is not the same
	$(BIN)/python -m handbook.successors properdocs

zensical: .cache/zensical/.ready ## the site by Zensical: how much of it is the same
	@$(BIN)/python -m handbook.successors zensical

card-font: $(READY) ## take into the preview pictures' font what pages use (needs Node)
	$(BIN)/python -m handbook.cardfont

torch: $(READY) ## replace torch, for trying another: VERSION=newest or VERSION=nightly
	$(BIN)/pip install --upgrade $(if $(filter nightly,$(VERSION)),--pre) torch \
	  --index-url $(if $(filter nightly,$(VERSION)),$(subst /cpu,/nightly/cpu,$(CPU_INDEX)),$(CPU_INDEX))

clean: ## remove what make made
	rm -rf .venv .cache site

# On Linux the default torch brings gigabytes of CUDA. So torch alone is first tried from
# PyTorch's CPU index: no retries, no dependencies. Where that index cannot be reached pip
# gives up within seconds, and the next line takes torch from the default index.
$(READY): requirements.txt
	$(PYTHON) -m venv .venv
ifeq ($(shell uname -s),Linux)
	-$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps \
	  --retries 0 --timeout 5 --index-url $(CPU_INDEX) $(TORCH)
endif
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

# Each builder of sites that is only tried lies apart from .venv, which so stays what a reader
# installs. ProperDocs comes without what it needs, to run on just what MkDocs runs on.
.cache/%/.ready: requirements-%.txt $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade \
	  $(if $(filter properdocs,$*),--no-deps) --target $(@D) -r $<
	touch $@
