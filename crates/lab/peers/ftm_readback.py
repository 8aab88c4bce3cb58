"""Reads a FollowTheMoney export back with the `followthemoney` library and compares every value.

    python ftm_readback.py EXPORT.ftm.json

The library's own validator drops what it does not like without a word; so this counts entities,
properties and values as written and as read, and lists every difference. Exit code 1 if there is one.
"""

import json
import sys

from followthemoney import model


def read(entity):
    """The entity as the library keeps it when it cleans every value."""
    proxy = model.make_entity(entity["schema"])
    proxy.id = entity["id"]
    refused = []
    for name, values in entity["properties"].items():
        if name not in proxy.schema.properties:
            refused.append((name, "no such property"))
            continue
        for value in values:
            before = len(proxy.get(name))
            proxy.add(name, value)
            if len(proxy.get(name)) == before:
                refused.append((name, f"dropped {value!r}"))
    return proxy, refused


def main(path):
    entities = properties = values = 0
    faults, ids, named = [], set(), set()
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            entity = json.loads(line)
            entities += 1
            ids.add(entity["id"])
            proxy, refused = read(entity)
            faults += [f"{entity['id']} {entity['schema']}.{name}: {what}" for name, what in refused]
            for name, written in entity["properties"].items():
                properties += 1
                values += len(written)
                kept = proxy.get(name) if name in proxy.schema.properties else []
                if sorted(kept) != sorted(written):
                    faults.append(f"{entity['id']} {entity['schema']}.{name}: wrote {written}, read {kept}")
                if name in proxy.schema.properties and proxy.schema.properties[name].type.name == "entity":
                    named.update(written)
            for required in proxy.schema.required:
                if not proxy.get(required):
                    faults.append(f"{entity['id']} {entity['schema']}: required {required} is missing")
    faults += [f"{missing} is named but not written" for missing in sorted(named - ids)]
    print(f"{entities} entities, {properties} properties, {values} values written; {len(faults)} differ")
    for fault in faults[:50]:
        print(" ", fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
