"""Tags of a template that nobody would write who means well."""

GREEDY = {
    "a loop of a billion turns": "{% for a in range(99999) %}{% for b in range(99999) %}x{% endfor %}{% endfor %}",
    "a loop over loops of the page": "{% for a in rows %}" * 40 + "x" + "{% endfor %}" * 40,
    "an endless range": "{% for a in range(10**15) %}x{% endfor %}",
    "a macro that calls itself": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "a macro that calls itself twice": (
        "{% macro m(n) %}{% if n %}{{ m(n-1) }}{{ m(n-1) }}{% endif %}{% endmacro %}{{ m(60) }}"
    ),
    "a loop that calls itself": "{% for a in rows recursive %}{{ loop(rows) }}{% endfor %}",
    "text times a number": "{{ 'x' * 10**12 }}",
    "a list times a number": "{% set s = [1] * 10**12 %}{{ s | length }}",
    "text doubled by blocks": "{% set s = 'xxxxxxxx' %}" + "{% set s %}{{ s }}{{ s }}{% endset %}" * 60 + "{{ s }}",
    "a number without end": "{{ 9 ** (9 ** 9) }}",
    "a number grown by steps": "{% set n = 9 %}" + "{% set n = n * n %}" * 60 + "{{ n }}",
    "a wide format": "{{ '%9999999999d' % 1 }}",
    "text made wide by a filter": "{{ 'x' | center(10**12) }}",
    "text replaced by more text": "{{ 'xxxxxxxx'.replace('x', 'y' * 100000) }}",
}
"""Tags that would never end, or make a value larger than any document's."""

PRYING = {
    "globals": "{{ cycler.__init__.__globals__.os.popen('touch pried').read() }}",
    "the class of a text": "{{ words.__class__.__mro__[1].__subclasses__() }}",
    "the inside of the composer": "{{ house.next_id.__self__.__init__.__globals__ }}",
    "a function's own": "{{ house.next_id.__func__.__globals__ }}",
    "an attribute by its name": "{{ words | attr('__class__') | attr('__name__') }}",
    "a format that asks": "{{ '{0.__class__}'.format(words) }}",
    "another file": "{% include '/etc/passwd' %}",
    "an import": "{% import '/etc/passwd' as p %}",
    "a parent": "{% extends '/etc/passwd' %}",
    "a change of the page": "{% for row in rows %}{{ house.headings.append(row) or '' }}{% endfor %}",
    "a change of the composer": "{{ house.targets.update({'a': words}) or '' }}",
    "a change of a list": "{% set s = ['a'] %}{{ s.append(words) or '' }}",
    "a change of a mapping": "{% set s = {'a': 1} %}{{ s.update({'b': words}) or '' }}",
    "a name beside the page": "{{ lipsum() }}",
    "a name of Python": "{{ cycler('a').next() }}",
    "text that is not escaped": "{{ words | safe }}",
    "chance": "{{ rows | random }}",
}
"""Tags that reach for what is not theirs."""
