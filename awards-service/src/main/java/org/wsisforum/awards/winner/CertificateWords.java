package org.wsisforum.awards.winner;

import java.util.Map;

import org.wsisforum.kit.text.Language;

/** What every certificate says. */
record CertificateWords(
        String heading,
        String certifies,
        String winner,
        String champion,
        String category,
        String actionLine,
        String secretaryGeneral,
        String union,
        String number,
        String verify,
        String comma) {

    private static final Map<Language, CertificateWords> ALL = Map.of(
            Language.EN,
            new CertificateWords(
                    "Certificate",
                    "This is to certify that the project",
                    "is a Winner of the WSIS Prizes",
                    "is a Champion of the WSIS Prizes",
                    "Category",
                    "Action Line",
                    "Secretary-General",
                    "International Telecommunication Union",
                    "No.",
                    "To verify this certificate:",
                    ", "),
            Language.FR,
            new CertificateWords(
                    "Certificat",
                    "Il est certifié que le projet",
                    "est lauréat des Prix du SMSI",
                    "est champion des Prix du SMSI",
                    "Catégorie",
                    "Grande orientation",
                    "Secrétaire général",
                    "Union internationale des télécommunications",
                    "N°",
                    "Pour vérifier ce certificat :",
                    ", "),
            Language.ES,
            new CertificateWords(
                    "Certificado",
                    "Se certifica que el proyecto",
                    "es ganador de los Premios de la CMSI",
                    "es campeón de los Premios de la CMSI",
                    "Categoría",
                    "Línea de acción",
                    "Secretario General",
                    "Unión Internacional de Telecomunicaciones",
                    "N.º",
                    "Para verificar este certificado:",
                    ", "),
            Language.RU,
            new CertificateWords(
                    "Сертификат",
                    "Настоящим удостоверяется, что проект",
                    "является победителем конкурса на награды ВВУИО",
                    "является чемпионом конкурса на награды ВВУИО",
                    "Категория",
                    "Направление деятельности",
                    "Генеральный секретарь",
                    "Международный союз электросвязи",
                    "№",
                    "Проверить сертификат:",
                    ", "),
            Language.ZH,
            new CertificateWords(
                    "证书",
                    "兹证明以下项目",
                    "荣获信息社会世界峰会奖优胜奖",
                    "荣获信息社会世界峰会奖冠军项目称号",
                    "类别",
                    "行动方面",
                    "秘书长",
                    "国际电信联盟",
                    "编号",
                    "验证本证书：",
                    "，"),
            Language.AR,
            new CertificateWords(
                    "شهادة",
                    "نشهد بأن المشروع",
                    "فائز بجوائز القمة العالمية لمجتمع المعلومات",
                    "من أبطال جوائز القمة العالمية لمجتمع المعلومات",
                    "الفئة",
                    "خط العمل",
                    "الأمين العام",
                    "الاتحاد الدولي للاتصالات",
                    "رقم",
                    "للتحقق من هذه الشهادة:",
                    "، "));

    static CertificateWords in(Language language) {
        return ALL.get(language);
    }

    String distinction(Kind kind) {
        return switch (kind) {
            case WINNER -> winner;
            case CHAMPION -> champion;
        };
    }
}
