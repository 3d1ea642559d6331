/** Bodies and feasts that have another name in each language, as in `concepts-places.ts`. */
export const bodyConcepts = `
body-welfare | cpas | ocmw* | ocmw cpas
body-rail | sncb | nmbs | sncb nmbs
body-brussels-transport | stib | mivb | stib mivb
body-social-security | onss | rsz | onss rsz
body-health-insurance | inami | riziv | inami riziv
body-employment | onem | rva | onem rva
body-federal-service | spf | fod | spf fod
body-chamber | cci | kvk | cci kvk
body-tax | tva | btw | vat
body-union | ue | eu | eu
body-nations | onu | vn uno | 
body-social-fund | fse | esf | esf
body-regional-fund | feder | efro | erdf
body-ngo | ong | ngo | ngo ngos
body-smb | pme | kmo kmos mkb | sme smes
body-association | asbl | vzw vzws | asbl vzw
body-foundation | fondation | stichting | foundation
feast-easter | paques | pasen paas* | easter
feast-christmas | noel | kerst kerstmis kerstdag* kersttijd | christmas xmas
feast-pentecost | pentecote | pinkster* | pentecost whitsun
feast-ascension | ascension | hemelvaart* | ascension
feast-all-saints | toussaint | allerheiligen | 
feast-carnival | carnaval* | carnaval* | carnival
feast-lent | careme | vasten vastentijd | lent
feast-eid | aid | suikerfeest offerfeest | eid
feast-candlemas | chandeleur | lichtmis | candlemas
feast-epiphany | epiphanie | driekoningen | epiphany
`;
