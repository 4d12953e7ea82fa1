import { expect } from 'chai';
import { houseColours, onAccent, readChoice } from '../../../ui/configurator/choice.ts';
import { contrastOf } from '../../../ui/configurator/contrast.ts';
import { snippetOf } from '../../../ui/configurator/snippet.ts';
import '../../../ui/messages/all.ts';

const readFrom = (query: string) => readChoice(new URLSearchParams(query), { lang: 'fi', list: undefined, work: 'w1' });

describe('What is said of colours', () => {
  it('is what WCAG computes', () => {
    expect(contrastOf('#ffffff', '#000000')).to.be.closeTo(21, 0.001);
    expect(contrastOf('#777777', '#ffffff')).to.be.closeTo(4.478, 0.001);
    expect(contrastOf('#767676', '#ffffff')).to.be.closeTo(4.542, 0.001);
    expect(contrastOf('#ff0000', '#ff0000')).to.equal(1);
  });

  it('leaves the words on a button readable, whichever accent is chosen', () => {
    for (const accent of ['#000000', '#ffffff', '#757575', '#808080', '#ffcc00', '#00558a'])
      expect(contrastOf(accent, onAccent({ ...houseColours, accent }))).to.be.at.least(4.5);
  });
});

describe('The code for a widget', () => {
  it('holds nothing but what can be chosen: an address cannot write into it', () => {
    const wrong = readFrom(
      'widget=script&municipality="><script>&branch=x&speaks=de&own=1&accent=red;}&work="><b>&list="><b>&width=7',
    );
    expect(wrong).to.deep.equal({
      widget: 'lastu-search-box',
      municipality: undefined,
      branch: undefined,
      lang: 'fi',
      work: 'w1',
      list: undefined,
      colours: houseColours,
      width: 640,
    });
    expect(snippetOf(wrong, 'https://a.example').html).not.to.contain('<b>');
  });

  it('has a way to the library inside, for readers without scripts', () => {
    const { html } = snippetOf(readFrom('municipality=heinola'), 'https://a.example');
    expect(html).to.match(
      /<form action="https:\/\/a\.example\/search"><input type="hidden" name="home" value="heinola">/,
    );
    for (const widget of ['lastu-title-list', 'lastu-work', 'lastu-memory-list'])
      expect(snippetOf(readFrom(`widget=${widget}`), 'https://a.example').html).to.contain(
        '<a href="https://a.example/',
      );
  });
});
