package org.wsisforum.registration.member;

import java.util.List;

import org.wsisforum.kit.text.Language;
import org.wsisforum.registration.delegation.Attendance;
import org.wsisforum.registration.registration.DelegationRole;

/**
 * The words that stand on a nominal list besides what it lists.
 *
 * @param title of the document
 * @param number head of the column that numbers
 * @param name head of the column of names
 * @param role head of the column of roles
 * @param office head of the column of offices
 * @param entity head of the column of entities
 * @param vip head of the column of classes of honour
 * @param attendance head of the column of where they take part
 * @param roles from the head to the staff
 * @param attendances on site and remote
 * @param nobody what is said of an empty list
 */
record NominalWords(
        String title,
        String number,
        String name,
        String role,
        String office,
        String entity,
        String vip,
        String attendance,
        List<String> roles,
        List<String> attendances,
        String nobody) {

    String of(DelegationRole one) {
        return roles.get(one.ordinal());
    }

    String of(Attendance one) {
        return attendances.get(one.ordinal());
    }

    static NominalWords in(Language language) {
        return switch (language) {
            case AR ->
                new NominalWords(
                        "قائمة أعضاء الوفد",
                        "الرقم",
                        "الاسم",
                        "الصفة",
                        "المنصب",
                        "الجهة",
                        "فئة التشريف",
                        "المشاركة",
                        List.of("رئيس الوفد", "نائب رئيس الوفد", "مندوب", "مستشار", "متحدث", "مراقب", "صحافة", "موظف"),
                        List.of("حضوريًا", "عن بُعد"),
                        "لم يُعتمد أي عضو بعد.");
            case ZH ->
                new NominalWords(
                        "代表团名单",
                        "序号",
                        "姓名",
                        "身份",
                        "职务",
                        "单位",
                        "礼宾级别",
                        "参会方式",
                        List.of("团长", "副团长", "代表", "顾问", "发言人", "观察员", "媒体", "工作人员"),
                        List.of("现场", "远程"),
                        "尚无获批成员。");
            case FR ->
                new NominalWords(
                        "Liste nominative de la délégation",
                        "N°",
                        "Nom",
                        "Qualité",
                        "Fonction",
                        "Entité",
                        "Classe protocolaire",
                        "Participation",
                        List.of(
                                "Chef de délégation",
                                "Chef adjoint de délégation",
                                "Délégué",
                                "Conseiller",
                                "Orateur",
                                "Observateur",
                                "Presse",
                                "Personnel"),
                        List.of("sur place", "à distance"),
                        "Aucun membre n'a encore été approuvé.");
            case RU ->
                new NominalWords(
                        "Поименный список делегации",
                        "№",
                        "Имя",
                        "Роль",
                        "Должность",
                        "Организация",
                        "Протокольная категория",
                        "Участие",
                        List.of(
                                "Глава делегации",
                                "Заместитель главы делегации",
                                "Делегат",
                                "Советник",
                                "Докладчик",
                                "Наблюдатель",
                                "Пресса",
                                "Персонал"),
                        List.of("очное", "дистанционное"),
                        "Ни один участник пока не утвержден.");
            case ES ->
                new NominalWords(
                        "Lista nominal de la delegación",
                        "N.º",
                        "Nombre",
                        "Calidad",
                        "Cargo",
                        "Entidad",
                        "Categoría protocolar",
                        "Participación",
                        List.of(
                                "Jefe de delegación",
                                "Jefe adjunto de delegación",
                                "Delegado",
                                "Asesor",
                                "Orador",
                                "Observador",
                                "Prensa",
                                "Personal"),
                        List.of("presencial", "a distancia"),
                        "Todavía no se ha aprobado a ningún miembro.");
            case EN ->
                new NominalWords(
                        "Nominal list of the delegation",
                        "No.",
                        "Name",
                        "Role",
                        "Office",
                        "Entity",
                        "Class of honour",
                        "Attendance",
                        List.of(
                                "Head of delegation",
                                "Deputy head of delegation",
                                "Delegate",
                                "Adviser",
                                "Speaker",
                                "Observer",
                                "Press",
                                "Staff"),
                        List.of("on site", "remote"),
                        "Nobody has been approved yet.");
        };
    }
}
